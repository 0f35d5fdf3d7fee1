"""A connection to the kernel that sends each message at once."""

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Jupyter's own connection, without Nagle's algorithm.

    Otherwise a slider's answer may wait up to 40 ms for the browser to acknowledge the message before it.
    """

    def connect(self) -> Any:
        """Open the connection; from here on, small messages do not wait for each other."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
