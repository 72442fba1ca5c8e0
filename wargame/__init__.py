"""The wargame engine: rules in `engine`, the record in `exercises`, and four doors around them."""
