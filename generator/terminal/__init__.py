"""The commands that write records: what they print and with which code they end."""
