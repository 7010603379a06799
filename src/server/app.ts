import { Hono } from "hono";
import { guardHeaders, namesThisMachine } from "./guard.ts";
import { listPageFiles, pageFile } from "./page-files.ts";
import { problem } from "./problem.ts";
import { processAnswer } from "./process-answer.ts";

export type AppOptions = {
  /** The process folder that is shown; `null` opens an empty page. Read anew at every request. */
  readonly folder: string | null;
  /** Where the built page lies. */
  readonly pageRoot: string;
  /** Told of what broke; the answer itself says only that something did. */
  readonly onError: (cause: unknown) => void;
};

/** The routes of the room. All of them read; there is no way to change anything through them. */
export async function createApp(options: AppOptions): Promise<Hono> {
  const files = await listPageFiles(options.pageRoot);
  const app = new Hono();

  app.use(async (context, next) => {
    const host = context.req.header("host") ?? new URL(context.req.url).host;
    if (!namesThisMachine(host))
      context.res = problem("wrong-host", "this server answers only to 127.0.0.1 and localhost");
    else if (context.req.method !== "GET" && context.req.method !== "HEAD") {
      context.res = problem("method-not-allowed", "nothing can be changed here; use GET");
      context.res.headers.set("allow", "GET, HEAD");
    } else await next();
    for (const [name, value] of Object.entries(guardHeaders)) context.res.headers.set(name, value);
  });

  app.get("/v1/process", async () => processAnswer(options.folder));

  app.get("*", async (context) => {
    const found = await pageFile(files, context.req.path);
    if (found !== null) return found;
    if (context.req.path === "/") return problem("not-found", "the page is not built; run `npm run build`");
    return problem("not-found", "nothing stands at this address");
  });

  app.onError((cause) => {
    options.onError(cause);
    const answer = problem("broke-here", "something broke here; nothing was changed");
    for (const [name, value] of Object.entries(guardHeaders)) answer.headers.set(name, value);
    return answer;
  });

  return app;
}
