"""A holder of secrets that a test can look into."""

from desktop.core.storage.session_secrets import SessionSecrets


class SecretMemory(SessionSecrets):
    """Holds secrets as the keychain does, without a keyring."""

    def holds(self, secret_id: str) -> bool:
        return self.get(secret_id) is not None
