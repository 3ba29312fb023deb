package dev.signalbox.app.architecture;

import static dev.signalbox.app.architecture.AdapterRules.adapters_do_not_know_each_other;
import static dev.signalbox.app.architecture.AdapterRules.generated_code_is_used_only_by_its_neighbours;
import static dev.signalbox.app.architecture.AdapterRules.json_api_primitives_do_not_know_the_domain;
import static dev.signalbox.app.architecture.AdapterRules.persistence_implements_outbound_ports_and_is_called_by_nobody;
import static dev.signalbox.app.architecture.AdapterRules.the_rest_adapter_talks_only_to_inbound_ports;
import static dev.signalbox.app.architecture.AdapterRules.the_web_ui_talks_only_to_inbound_ports;
import static dev.signalbox.app.architecture.DomainRules.domain_records_copy_their_collections;
import static dev.signalbox.app.architecture.DomainRules.domain_types_are_immutable;
import static dev.signalbox.app.architecture.DomainRules.only_services_know_the_source_of_time;
import static dev.signalbox.app.architecture.DomainRules.only_the_domain_and_persistence_build_runs;
import static dev.signalbox.app.architecture.DomainRules.the_domain_depends_only_on_the_jdk;
import static dev.signalbox.app.architecture.DomainRules.the_domain_reads_no_clock_and_rolls_no_dice;
import static dev.signalbox.app.architecture.DomainRules.the_model_does_not_know_ports_or_services;
import static dev.signalbox.app.architecture.PortRules.inbound_ports_do_not_know_outbound_ports;
import static dev.signalbox.app.architecture.PortRules.ports_are_interfaces_or_records;
import static dev.signalbox.app.architecture.PortRules.services_are_reached_only_through_inbound_ports;
import static dev.signalbox.app.architecture.Sample.of;
import static dev.signalbox.app.architecture.ShapeRules.every_class_lives_where_a_rule_governs;
import static dev.signalbox.app.architecture.ShapeRules.features_are_free_of_cycles;
import static dev.signalbox.app.architecture.ShapeRules.no_package_is_empty_and_every_rule_names_real_packages;
import static dev.signalbox.app.architecture.TechnologyRules.jooq_stays_in_persistence;
import static dev.signalbox.app.architecture.TechnologyRules.no_frontend_build_is_triggered;
import static dev.signalbox.app.architecture.TechnologyRules.only_app_wires;
import static dev.signalbox.app.architecture.TechnologyRules.spring_mvc_stays_in_rest;
import static dev.signalbox.app.architecture.TechnologyRules.vaadin_stays_in_the_web_ui;

import java.util.List;

/**
 * Who breaks what, and whom no rule may touch. They live in a house of the same shape as Signalbox, the package
 * {@code broken}, which is never started and lies outside {@code dev.signalbox}: no scan for components finds it.
 */
final class Samples {

    static final List<Sample> ALL = List.of(
            of("domain.run.HasAFrameworksAnnotation", "domain.run.UsesTheJdk", the_domain_depends_only_on_the_jdk),
            of("domain.run.ReadsFiles", "domain.run.UsesTheJdk", the_domain_depends_only_on_the_jdk),
            of("domain.run.ReadsTheClock", "domain.run.TakesTheTime", the_domain_reads_no_clock_and_rolls_no_dice),
            of("domain.run.HandsOutTheClock", "domain.run.TakesTheTime", the_domain_reads_no_clock_and_rolls_no_dice),
            of("domain.run.RollsDice", "domain.run.TakesTheTime", the_domain_reads_no_clock_and_rolls_no_dice),
            of(
                    "domain.service.KeepsAClock",
                    "domain.service.RunQueriesService",
                    the_domain_reads_no_clock_and_rolls_no_dice),
            of(
                    "domain.workspace.AsksForTheTime",
                    "domain.service.RunQueriesService",
                    only_services_know_the_source_of_time),
            of("domain.run.Counts", "domain.run.RunDraft", domain_types_are_immutable),
            of("domain.run.IsOpenToSubclasses", "domain.run.UsesTheJdk", domain_types_are_immutable),
            of("domain.run.KeepsAnArray", "domain.run.LogBytes", domain_types_are_immutable),
            of("domain.page.SharesItsList", "domain.page.Page", domain_records_copy_their_collections),
            of("rest.run.BuildsARun", "persistence.run.JooqRuns", only_the_domain_and_persistence_build_runs),
            of("domain.port.in.ClassAsPort", "domain.port.in.RunQueries", ports_are_interfaces_or_records),
            of("domain.port.in.KnowsStorage", "domain.port.in.RunQueries", inbound_ports_do_not_know_outbound_ports),
            of("domain.port.out.KnowsCallers", "domain.port.out.Runs", inbound_ports_do_not_know_outbound_ports),
            of("domain.port.in.KnowsAService", "app.Application", services_are_reached_only_through_inbound_ports),
            of(
                    "domain.service.IsOfNoPort",
                    "domain.service.RunQueriesService",
                    services_are_reached_only_through_inbound_ports),
            of("domain.workspace.KnowsAPort", "domain.port.out.Runs", the_model_does_not_know_ports_or_services),
            of("ui.run.ReadsStorage", "ui.run.RunView", the_web_ui_talks_only_to_inbound_ports),
            of("ui.run.ReadsSql", "ui.run.RunView", the_web_ui_talks_only_to_inbound_ports),
            of("ui.run.CatchesStorageErrors", "ui.run.RunView", the_web_ui_talks_only_to_inbound_ports),
            of("rest.run.ReadsStorage", "rest.run.RunController", the_rest_adapter_talks_only_to_inbound_ports),
            of(
                    "persistence.run.AnswersCallers",
                    "persistence.run.JooqRuns",
                    persistence_implements_outbound_ports_and_is_called_by_nobody),
            of(
                    "persistence.run.JooqOfNoPort",
                    "persistence.run.JooqRuns",
                    persistence_implements_outbound_ports_and_is_called_by_nobody),
            of(
                    "app.ReachesBehindTheDoor",
                    "app.Application",
                    persistence_implements_outbound_ports_and_is_called_by_nobody),
            of("persistence.run.AnswersHttp", "persistence.run.JooqRuns", adapters_do_not_know_each_other),
            of(
                    "rest.run.CallsPersistence",
                    "app.Application",
                    adapters_do_not_know_each_other,
                    persistence_implements_outbound_ports_and_is_called_by_nobody,
                    the_rest_adapter_talks_only_to_inbound_ports),
            of(
                    "ui.run.SpeaksJsonApi",
                    "rest.run.RunController",
                    adapters_do_not_know_each_other,
                    the_web_ui_talks_only_to_inbound_ports),
            of("app.AsksTheDatabase", "persistence.run.JooqRuns", jooq_stays_in_persistence),
            of("app.ShowsThings", "app.security.SecurityConfiguration", vaadin_stays_in_the_web_ui),
            of("app.AnswersRequests", "app.FiltersRequests", spring_mvc_stays_in_rest),
            of("app.KnowsTables", "persistence.run.JooqRuns", generated_code_is_used_only_by_its_neighbours),
            of("rest.run.IsAComponent", "rest.RestConfiguration", only_app_wires),
            of("persistence.run.MakesBeans", "app.Application", only_app_wires),
            of("ui.run.HasAFieldInjected", "ui.run.RunView", only_app_wires),
            of("app.HasAFieldInjected", "app.Application", only_app_wires),
            of("rest.jsonapi.KnowsRuns", "rest.jsonapi.Document", json_api_primitives_do_not_know_the_domain),
            of("domain.run.KnowsTheQueue", "domain.queue.RunInWorkspace", features_are_free_of_cycles),
            of("other.IsUnderNoRule", "domain.Name", every_class_lives_where_a_rule_governs),
            of("app.empty.package-info", "app.Application", no_package_is_empty_and_every_rule_names_real_packages),
            of("ui.run.BringsAModule", "ui.run.BringsServedFiles", no_frontend_build_is_triggered),
            of("ui.run.BringsTwoModules", "ui.run.BringsServedFiles", no_frontend_build_is_triggered),
            of("ui.run.BringsAScriptToBundle", "ui.run.BringsServedFiles", no_frontend_build_is_triggered),
            of("ui.run.BringsScripts", "ui.run.BringsServedFiles", no_frontend_build_is_triggered),
            of("ui.run.BringsATheme", "ui.run.BringsServedFiles", no_frontend_build_is_triggered));

    private Samples() {}
}
