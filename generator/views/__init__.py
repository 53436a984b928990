"""What each page, list and slot shows, as plain data: no HTML, no files, no clock."""
