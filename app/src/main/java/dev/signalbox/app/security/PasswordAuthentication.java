package dev.signalbox.app.security;

import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.port.in.AccessControl;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Signs people in by name and password; the details of their attempt are where it comes from. */
final class PasswordAuthentication implements AuthenticationProvider {

    private final AccessControl access;
    private final SignInGuard guard;

    PasswordAuthentication(AccessControl access, SignInGuard guard) {
        this.access = access;
        this.guard = guard;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName();
        var from = attempt.getDetails() instanceof RequestOrigin origin ? origin : RequestOrigin.NONE;
        if (!guard.admits(name, from.address())) {
            throw new BadCredentialsException("too many failures, not looked at");
        }
        var signedIn = access.signIn(name, String.valueOf(attempt.getCredentials()), from);
        if (signedIn.isEmpty()) {
            throw new BadCredentialsException("name and password do not go together");
        }
        guard.succeeded(name, from.address());
        var actor = signedIn.get().actor();
        return signedIn.get().mustChangePassword()
                ? SignalboxAuthentication.ofPersonWithTemporaryPassword(actor)
                : SignalboxAuthentication.of(actor);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
