"""Pages of a built site → the bytes of a first visit, and Lighthouse's four scores."""
