"""What outside checkers say of the built site: Lighthouse and the W3C's; they need Node and Java."""
