package dev.signalbox.domain.service;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.port.out.Secrets;
import java.util.Optional;

/** The rules of passwords, and the check of one that tells nothing by its time. */
record Passwords(Accounts accounts, Secrets secrets) {

    /** The enabled account of that name and password. */
    Optional<Account> check(String name, String password) {
        Optional<Account> account = named(name).filter(Account::isEnabled);
        String hash = account.flatMap(Account::passwordHash).orElseGet(secrets::hashOfNobody);
        // Nobody's password is longer than the limit, and hashing a book would be a way to keep the server busy.
        String hashed = length(password) > AccessControl.MAX_PASSWORD_LENGTH ? "" : password;
        boolean matches = secrets.passwordMatches(hashed, hash);
        return matches ? account.filter(found -> found.passwordHash().isPresent()) : Optional.empty();
    }

    /** The account of that name; none for a text that cannot be a name. */
    Optional<Account> named(String name) {
        return Name.matches(name) ? accounts.find(name) : Optional.empty();
    }

    /** Refuses InvalidAttribute a password that is too short or too long. */
    static void require(String attribute, String password) {
        int length = length(password);
        if (length < AccessControl.MIN_PASSWORD_LENGTH || length > AccessControl.MAX_PASSWORD_LENGTH) {
            throw Refusals.invalid(
                    attribute,
                    "must have " + AccessControl.MIN_PASSWORD_LENGTH + " to " + AccessControl.MAX_PASSWORD_LENGTH
                            + " characters");
        }
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }
}
