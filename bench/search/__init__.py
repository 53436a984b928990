"""A built site → how long its search takes in a browser, and how many bytes it costs."""
