"""Every frame that crosses a socket, as types. `contract` prints them for TypeScript.

Commands mirror `engine.commands`, with plain text where those have a `TextRef`. Who asks is never in a frame: it comes
from the socket's cookie. Every client frame with a `request_id` is answered by `ack` or `refused` with the same id.
"""
