"""The sockets: frames in, views out. It may not hold a rule, hide anything itself or import another door."""
