import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { AppOptions } from "./app.ts";

export type Listening = {
  /** Ends in a slash: `http://127.0.0.1:4100/`. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/**
 * Serves the room on 127.0.0.1 and nowhere else. Port 0 takes a free one.
 * Rejects with the system's error (`code: "EADDRINUSE"`) where the port is taken.
 */
export async function listen(options: AppOptions & { readonly port: number }): Promise<Listening> {
  const app = await createApp(options);
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // a server that listens on a port has such an address

  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
