import "@fontsource-variable/source-sans-3";
import "@fontsource-variable/source-serif-4/opsz.css";
import { createRoot } from "react-dom/client";
import "./styles/tokens.css";
import "./styles/ground.css";
import "./styles/text.css";
import "./styles/findings.css";
import "./styles/tables.css";
import "./styles/narrow.css";
import "./styles/print.css";
import { App } from "./App.tsx";
import { keptTheme } from "./kept.ts";

const theme = keptTheme();
if (theme !== null) document.documentElement.dataset["theme"] = theme;
const page = document.getElementById("page");
if (page !== null) createRoot(page).render(<App />);
