"""What records are, and what is known of one country."""
