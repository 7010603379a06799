// server: a process folder on disk in, the room on 127.0.0.1 out. Reads only; binds to this machine only;
// never follows a link out of the folder. Start with app.ts, then folder.ts.
export { createApp } from "./app.ts";
export type { AppOptions } from "./app.ts";
export { openFolder, readBytes } from "./folder.ts";
export type { FolderFile, ProcessFolder } from "./folder.ts";
export { listen } from "./listen.ts";
export type { Listening } from "./listen.ts";
