package dev.signalbox.app.security;

import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.port.in.AccessControl;
import java.time.InstantSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Signs people in by name and password; the details of their attempt are where it comes from. */
final class PasswordAuthentication implements AuthenticationProvider {

    private final AccessControl access;
    private final SignInGuard guard;
    private final InstantSource time;

    PasswordAuthentication(AccessControl access, SignInGuard guard, InstantSource time) {
        this.access = access;
        this.guard = guard;
        this.time = time;
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
        return SignalboxAuthentication.of(signedIn.get(), time.instant());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
