package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Organizations: one of a name, ignoring case. */
public abstract class OrganizationsContract extends StoreContract {

    @Test
    void givesBackAnOrganizationAsItWas() {
        Organization bare = organization("Acme_1", Optional.empty());
        Organization full = organization("beta-2", Optional.of("\u00d6mer.O'Neil@\u0130stanbul.example"));

        assertThat(store.organizations().find(new OrganizationName("Acme_1"))).contains(bare);
        assertThat(store.organizations().find(new OrganizationName("beta-2"))).contains(full);
        assertThat(store.organizations().find(new OrganizationName("gamma"))).isEmpty();
    }

    @Test
    void findsANameIgnoringCase() {
        Organization organization = organization("Acme", Optional.empty());

        assertThat(store.organizations().find(new OrganizationName("aCME"))).contains(organization);
        assertThat(store.organizations().find(new OrganizationName("acm_"))).isEmpty();
    }

    @Test
    void keepsTheAuditOfWhatItAdds() {
        AuditEvent event = event();

        assertThat(store.organizations().add(named("acme"), event)).isTrue();

        assertThat(store.audit().list(ALL).items()).containsExactly(event);
    }

    @Test
    void addsNothingUnderANameThatIsTaken() {
        Organization first = organization("acme", Optional.empty());
        long events = eventsKept();

        assertThat(store.organizations().add(named("ACME"), event())).isFalse();

        assertThat(store.organizations().list(Set.of(), ALL).items()).containsExactly(first);
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void addsNothingIfTheAuditCannotBeKept() {
        AuditEvent event = event();
        store.audit().add(event);

        assertThatThrownBy(() -> store.organizations().add(named("acme"), event))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.organizations().find(new OrganizationName("acme"))).isEmpty();
    }

    @Test
    void letsOneOfSeveralHaveAName() throws Exception {
        List<Boolean> added = Together.run(4, () -> store.organizations().add(named("acme"), event()));

        assertThat(added).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(eventsKept()).isEqualTo(1);
    }

    @Test
    void listsInTheOrderOfFoldedNames() {
        Organization d = organization("ab", Optional.empty());
        Organization b = organization("A0", Optional.empty());
        Organization c = organization("a_b", Optional.empty());
        Organization a = organization("A-b", Optional.empty());

        assertThat(store.organizations().list(Set.of(), ALL).items()).containsExactly(a, b, c, d);
        assertThat(store.organizations().list(Set.of(), new PageRequest(2, 3)).items())
                .containsExactly(d);
        assertThat(store.organizations().list(Set.of(), new PageRequest(2, 3)).totalCount())
                .isEqualTo(4);
    }

    @Test
    void listsOnlyThoseAskedFor() {
        Organization acme = organization("Acme", Optional.empty());
        organization("beta", Optional.empty());

        assertThat(store.organizations().list(Set.of("acme", "gone"), ALL).items())
                .containsExactly(acme);
        assertThat(store.organizations().list(Set.of("acme", "gone"), ALL).totalCount())
                .isEqualTo(1);
        assertThat(store.organizations().list(Set.of("gone"), ALL).totalCount()).isZero();
    }

    @Test
    void aPagePastTheEndIsEmptyAndStillCounted() {
        organization("acme", Optional.empty());

        assertThat(store.organizations()
                        .list(Set.of(), new PageRequest(Long.MAX_VALUE, 100))
                        .items())
                .isEmpty();
        assertThat(store.organizations()
                        .list(Set.of(), new PageRequest(Long.MAX_VALUE, 100))
                        .totalCount())
                .isEqualTo(1);
    }

    private static Organization named(String name) {
        return new Organization(new OrganizationName(name), Optional.empty(), Optional.empty(), NOON);
    }
}
