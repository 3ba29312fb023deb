package dev.signalbox.rest.organization;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import dev.signalbox.rest.jsonapi.WireTime;
import dev.signalbox.rest.user.UserResources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Organizations as resources of type {@value #TYPE}. */
public final class OrganizationResources {

    /** The type of organizations on the wire. */
    public static final String TYPE = "organizations";

    private OrganizationResources() {}

    /** What identifies the organization: its ID on the wire is its name. */
    public static ResourceId id(OrganizationName name) {
        return new ResourceId(TYPE, name.value());
    }

    /** Reads a name in a path; refuses {@link Refusal.NotFound} a text that can be no name. */
    public static OrganizationName named(String text) {
        if (!Name.matches(text)) {
            throw new Refused(new Refusal.NotFound(Subject.ORGANIZATION));
        }
        return new OrganizationName(text);
    }

    /** The path of the organization. */
    public static String path(OrganizationName name) {
        return "/api/v2/organizations/" + name;
    }

    /** The organization as a resource. */
    public static Resource of(Organization organization) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("name", organization.name().value());
        attributes.put("email", organization.email().orElse(null));
        attributes.put("created-at", WireTime.milliseconds(organization.createdAt()));
        List<ResourceId> owners =
                organization.creator().map(UserResources::id).stream().toList();
        return new Resource(
                id(organization.name()), attributes, Map.of(), Map.of("owners", owners), path(organization.name()));
    }
}
