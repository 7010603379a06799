import { spawn } from "node:child_process";
import { listen, openFolder } from "../server/index.ts";
import type { Listening } from "../server/index.ts";
import { exit, Stop } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";

export type ServeOptions = { readonly port: number; readonly data?: string; readonly open?: boolean };

/** `servanda serve`: prints the address as soon as it listens, and serves until it is interrupted. */
export async function serve(folder: string | null, options: ServeOptions, io: Io): Promise<ExitCode> {
  if (folder !== null) {
    const opened = await openFolder(folder);
    if (opened.kind === "refused") throw new Stop(exit.notFound, opened.reason);
  }
  const listening = await listenOn(folder, options, io);
  io.stdout.write(`${listening.address}\n`);
  if (options.data !== undefined) io.stderr.write("servanda: nothing is recorded yet; --data has no effect\n");
  if (options.open === true) openBrowser(listening.address);

  await new Promise<void>((resolve) => {
    if (io.interrupted.aborted) resolve();
    io.interrupted.addEventListener("abort", () => resolve(), { once: true });
  });
  await listening.close();

  return exit.interrupted;
}

async function listenOn(folder: string | null, options: ServeOptions, io: Io): Promise<Listening> {
  const onError = (cause: unknown) => io.stderr.write(`servanda: ${cause instanceof Error ? cause.message : "?"}\n`);
  try {
    return await listen({ folder, pageRoot: io.pageRoot, onError, port: options.port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException; // a server that cannot listen throws nothing else
    if (code === "EADDRINUSE")
      throw new Stop(exit.error, `port ${options.port} is taken; leave --port out to take a free one`);
    if (code === "EACCES") throw new Stop(exit.error, `port ${options.port} may not be used; choose one above 1023`);
    throw cause;
  }
}

/** Opens the address as the platform does; a machine without a browser is no failure, the address was printed. */
function openBrowser(address: string): void {
  const [command, ...rest] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  if (command === undefined) return;
  const opened = spawn(command, rest, { stdio: "ignore", detached: true });
  opened.on("error", () => undefined);
  opened.unref();
}
