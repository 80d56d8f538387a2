package dev.earlyphase.orchestrator.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.KeyView;
import dev.earlyphase.contracts.access.NewKey;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.orchestrator.store.Transactions;

/** The rows of {@code api_key}: hashes, never keys. */
@ApplicationScoped
public class ApiKeys {
    private static final int ID_LENGTH = 12;

    private final Session session;

    ApiKeys(Session session) {
        this.session = session;
    }

    private record Row(String id, String user, String role, Instant made, Instant expires, Instant revoked) {
        KeyView view() {
            return new KeyView(id, user, Role.parse(role), made, expires, revoked);
        }
    }

    private record Known(String user, String role) {}

    /** @param expires null: never */
    public NewKey make(Caller holder, Instant expires) {
        KeyText text = KeyText.draw();
        String id = newId();
        Instant made = Transactions.call(() -> session.createNativeQuery("""
                        insert into api_key (id, user_name, role, hash, expires)
                        values (:id, :user, :role, :hash, cast(:expires as timestamptz)) returning made""", Instant.class)
                .setParameter("id", id)
                .setParameter("user", holder.user())
                .setParameter("role", holder.role().id())
                .setParameter("hash", text.hash())
                .setParameter("expires", expires, Instant.class)
                .getSingleResult());
        return new NewKey(id, holder.user(), holder.role(), made, expires, text.text());
    }

    /** The key of a variable takes the place of the one that it gave before; one that was revoked stays so. */
    public void give(String origin, Caller holder, KeyText key) {
        int changed = Transactions.call(() -> session.createNativeMutationQuery("""
                        insert into api_key (id, user_name, role, hash, origin)
                        values (:id, :user, :role, :hash, :origin)
                        on conflict (origin) do update set hash = excluded.hash, made = now(), revoked = null
                        where api_key.hash <> excluded.hash""")
                .setParameter("id", newId())
                .setParameter("user", holder.user())
                .setParameter("role", holder.role().id())
                .setParameter("hash", key.hash())
                .setParameter("origin", origin)
                .executeUpdate());
        if (changed > 0) {
            Log.infof("Key taken from the environment: variable=%s user=%s", origin, holder.user());
        }
    }

    /** The newest first. */
    public List<KeyView> all() {
        return Transactions.call(() -> session
                .createNativeQuery(
                        "select id, user_name, role, made, expires, revoked from api_key order by made desc, id",
                        Row.class)
                .list()
                .stream()
                .map(Row::view)
                .toList());
    }

    /** Revoking twice is revoking once. */
    public KeyView revoke(String id) {
        return Transactions.call(() -> session.createNativeQuery("""
                        update api_key set revoked = coalesce(revoked, now()) where id = :id
                        returning id, user_name, role, made, expires, revoked""", Row.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .orElseThrow(() -> new NotFound("key", id))
                .view());
    }

    /** Whose a key is, if it is neither revoked nor expired. */
    Optional<Caller> holder(String hash) {
        return Transactions.call(
                () -> session.createNativeQuery("select user_name, role from valid_key where hash = :hash", Known.class)
                        .setParameter("hash", hash)
                        .uniqueResultOptional()
                        .map(known -> new Caller(known.user(), Role.parse(known.role()))));
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
    }
}
