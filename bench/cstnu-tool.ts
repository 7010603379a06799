import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Network } from "../src/checks/index.ts";

/** Class path of the CSTNU Tool and what it needs. */
const variable = "CSTNU_TOOL_JAR";

let hasTold = false;

/**
 * CPU milliseconds of the CSTNU Tool's RUL2021 on each network, eleven runs after ten that do not count, `null` where Java or the tool is
 * absent (said once on the error stream). The tool is the user's own: set `CSTNU_TOOL_JAR` to its class path.
 */
export function cstnuToolTimes(networks: readonly Network[]): readonly number[] | null {
  const path = process.env[variable] ?? "";
  if (path === "" || !path.split(delimiter).some((part) => existsSync(part.replace(/\*$/, ""))))
    return absent(`${variable} names no file`);
  if (spawnSync("java", ["-version"]).status !== 0) return absent("Java does not run");
  const folder = mkdtempSync(join(tmpdir(), "schedules-"));
  try {
    const files = networks.map((network, at) => {
      const file = join(folder, `${at}.stnu`);
      writeFileSync(file, graphmlOf(network));
      return file;
    });
    writeFileSync(join(folder, "Times.java"), harness);
    const { status, stdout, stderr } = spawnSync("java", ["-cp", path, join(folder, "Times.java"), ...files], {
      encoding: "utf8",
    });
    if (status !== 0) return absent(`the tool ended with ${status}: ${stderr.slice(0, 400)}`);
    const lines = stdout.split("\n").filter((line) => /^(?:true|false) \d+$/.test(line));
    if (lines.some((line) => line.startsWith("false")))
      throw new Error("the CSTNU Tool says that an invented schedule cannot be kept");
    return lines.map((line) => Number(line.split(" ")[1]) / 1e6);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function absent(why: string): null {
  if (!hasTold) console.error(`The CSTNU Tool is not run beside this: ${why}.`);
  hasTold = true;

  return null;
}

function graphmlOf({ points, edges, links }: Network): string {
  const keys = ["Type", "Value", "LabeledValue"].map((id) => `<key id="${id}" for="edge"/>`);
  const nodes = Array.from({ length: points }, (_node, at) => `<node id="n${at}"/>`);
  // The tool keeps one edge between two nodes: the tightest.
  const tightest = new Map<string, number>();
  for (const { from, to, weight } of edges) {
    const ends = `source="n${from}" target="n${to}"`;
    tightest.set(ends, Math.min(weight, tightest.get(ends) ?? Infinity));
  }
  let count = 0;
  const edge = (ends: string, data: string): string => `<edge id="e${count++}" ${ends}>${data}</edge>`;
  const plain = [...tightest].map(([ends, weight]) =>
    edge(ends, `<data key="Type">requirement</data><data key="Value">${weight}</data>`),
  );
  const contingent = links.flatMap(({ from, to, least, most }) => [
    edge(
      `source="n${from}" target="n${to}"`,
      `<data key="Type">contingent</data><data key="LabeledValue">LC(n${to}):${least}</data>`,
    ),
    edge(
      `source="n${to}" target="n${from}"`,
      `<data key="Type">contingent</data><data key="LabeledValue">UC(n${to}):${-most}</data>`,
    ),
  ]);
  const type = '<key id="NetworkType" for="graph"/>';

  return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns/graphml">\n${type}${keys.join("")}\n<graph edgedefault="directed">\n<data key="NetworkType">STNU</data>\n${[...nodes, ...plain, ...contingent].join("\n")}\n</graph>\n</graphml>\n`;
}

/** Prints the verdict and the thread's CPU nanoseconds of each run that counts. */
const harness = `import it.univr.di.cstnu.algorithms.STNU;
import it.univr.di.cstnu.graph.*;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

public class Times {
  public static void main(String[] files) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    var algorithm = Arrays.stream(STNU.class.getMethods())
      .filter(m -> m.getName().equals("dynamicControllabilityCheck") && m.getParameterCount() == 1)
      .findFirst().orElseThrow();
    Object rul = Arrays.stream(algorithm.getParameterTypes()[0].getEnumConstants())
      .filter(c -> c.toString().equals("RUL2021")).findFirst().orElseThrow();
    for (String file : files)
      for (int run = 0; run < 21; run++) {
        var stnu = new STNU(new TNGraphMLReader<STNUEdge>().readGraph(new File(file), STNUEdgeInt.class));
        long before = threads.getCurrentThreadCpuTime();
        Object status = algorithm.invoke(stnu, rul);
        long after = threads.getCurrentThreadCpuTime();
        if (run >= 10) System.out.println(status.getClass().getMethod("isControllable").invoke(status) + " " + (after - before));
      }
  }
}
`;
