"""What shows a certificate or seal elsewhere: badges, QR codes, calendars and feeds."""
