"""The built-in practice API: its own small web application, bound to 127.0.0.1."""
