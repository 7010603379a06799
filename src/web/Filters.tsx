import type { Severity } from "../checks/index.ts";
import type { Address } from "./address.ts";
import { severityWords } from "./FindingView.tsx";

type Props = {
  readonly address: Address;
  readonly rules: readonly string[];
  readonly bearers: readonly string[];
  readonly onAddress: (change: Partial<Address>) => void;
};

const severities: readonly Severity[] = ["error", "warning", "note"];

/** What part of the matrix is shown; all of it stands in the address. */
export function Filters({ address, rules, bearers, onAddress }: Props) {
  const toggled = (severity: Severity): readonly Severity[] =>
    severities.filter((other) =>
      other === severity ? !address.severities.includes(severity) : address.severities.includes(other),
    );

  return (
    <div className="filters">
      <fieldset className="pick small">
        <legend className="vh">Cells show</legend>
        {(["where", "words"] as const).map((cells) => (
          <label key={cells}>
            <input type="radio" name="cells" checked={address.cells === cells} onChange={() => onAddress({ cells })} />
            <span>{cells === "where" ? "Where it stands" : "In words"}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="pick small">
        <legend className="vh">Only commitments with</legend>
        <span className="only-with" aria-hidden="true">
          Only with
        </span>
        {severities.map((severity) => (
          <label key={severity}>
            <input
              type="checkbox"
              checked={address.severities.includes(severity)}
              onChange={() => onAddress({ severities: toggled(severity) })}
            />
            <span>{severityWords[severity]}s</span>
          </label>
        ))}
      </fieldset>
      <label className="in">
        Rule
        <select
          className="field"
          value={address.rule ?? ""}
          onChange={(event) => onAddress({ rule: event.target.value || null })}
        >
          <option value="">all</option>
          {rules.map((rule) => (
            <option key={rule}>{rule}</option>
          ))}
        </select>
      </label>
      <label className="in">
        Owed by
        <select
          className="field"
          value={address.bearer ?? ""}
          onChange={(event) => onAddress({ bearer: event.target.value || null })}
        >
          <option value="">anyone</option>
          {bearers.map((bearer) => (
            <option key={bearer}>{bearer}</option>
          ))}
        </select>
      </label>
      <label className="in">
        Search
        <input
          className="field"
          type="search"
          value={address.search}
          onChange={(event) => onAddress({ search: event.target.value })}
        />
      </label>
      <label className="in">
        <input
          type="checkbox"
          checked={address.mechanisms}
          onChange={() => onAddress({ mechanisms: !address.mechanisms })}
        />
        with mechanisms and permissions
      </label>
    </div>
  );
}
