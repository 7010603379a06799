import type { ActionClass, Commitment } from "./commitment.ts";

/** One verb of promises: what kind of act it is, whether it lasts, and the nouns that stand for it. */
export type Verb = {
  /** Base form: "withdraw". */
  readonly base: string;
  readonly class: ActionClass;
  readonly mode: Commitment["mode"];
  /** Deverbal nouns besides the "-ing" form: "withdrawal". */
  readonly nouns: readonly string[];
};

/** Per class: verbs, irregular forms in parentheses, deverbal nouns after a slash. `*` marks verbs of lasting. */
const table: Readonly<Record<ActionClass, string>> = {
  withdraw:
    "withdraw(withdrew withdrawn)/withdrawal pull-back/pullback/pull-back redeploy/redeployment relocate/relocation retreat/retreat evacuate/evacuation vacate disengage/disengagement remove/removal exit/exit leave(left) separate/separation regroup/regrouping",
  disarm:
    "disarm/disarmament destroy/destruction decommission/decommissioning surrender/surrender dispose/disposal neutralise/neutralisation neutralize/neutralization store/storage lay-down hand-in",
  demobilise:
    "demobilise/demobilisation assemble/assembly canton/cantonment demobilize/demobilization disband/disbandment dissolve/dissolution reintegrate/reintegration integrate/integration discharge/discharge",
  release: "release/release free liberate/liberation exchange/exchange pardon/pardon amnesty/amnesty set-free",
  return:
    "return/return repatriate/repatriation resettle/resettlement restore/restoration restitute/restitution reinstate/reinstatement reunite/reunification",
  transfer:
    "transfer/transfer hand-over/hand-over/handover deliver/delivery cede/cession give(gave given) supply/supply convey/conveyance submit/submission deposit/deposit assign/assignment devolve/devolution share/sharing",
  recognise: "recognise/recognition recognize/recognition acknowledge/acknowledgement ",
  legislate:
    "legislate/legislation enact/enactment adopt/adoption ratify/ratification amend/amendment promulgate/promulgation repeal/repeal decentralise/decentralisation decentralize/decentralization codify/codification",
  elect: "elect/election vote/vote",
  pay: "pay(paid)/payment compensate/compensation fund*/funding finance*/financing reimburse/reimbursement contribute/contribution indemnify/indemnification disburse/disbursement",
  refrain:
    "cease*/cessation stop*/stoppage halt*/halt refrain*/abstention abstain*/abstention desist* forgo*(forwent forgone) avoid*/avoidance ban*/ban prohibit*/prohibition forbid*(forbade forbidden) prevent*/prevention ceasefire*/ceasefire cease-fire*/cease-fire",
  "admit-access": "admit*/admission allow* permit*/permission grant*/grant access*/access open/opening",
  report:
    "report/report notify/notification inform/information publish/publication announce/announcement disclose/disclosure communicate/communication register/registration",
  verify:
    "verify*/verification monitor*/monitoring supervise*/supervision certify*/certification inspect*/inspection oversee*(oversaw overseen)/oversight investigate*/investigation audit*/audit watch* examine*/examination",
  guarantee: "guarantee*/guarantee guaranty*/guaranty vouch* underwrite*(underwrote underwritten)",
  sanction:
    "sanction/sanction reimpose/reimposition impose/imposition re-impose/re-imposition penalise/penalty penalize/penalty punish/punishment freeze(froze frozen)/freeze",
  negotiate:
    "negotiate/negotiation discuss/discussion consult/consultation agree/agreement dialogue/dialogue confer/conference talk/talks mediate/mediation conclude/conclusion resolve/resolution settle/settlement",
  "establish-body":
    "establish/establishment create/creation constitute form/formation set-up/set-up appoint/appointment convene/convocation nominate/nomination designate/designation compose/composition launch/launch",
  other:
    "dismantle/dismantlement clear/clearance demine/demining end/ending finalise/finalisation finalize/finalization expedite remain* stay* design operationalise operationalize pursue* allocate/allocation facilitate*/facilitation receive*/reception maintain*/maintenance observe*/observance respect*/respect ensure* continue*/continuation keep*(kept) staff* implement/implementation carry-out comply*/compliance cooperate*/cooperation co-operate*/co-operation protect*/protection guard* secure*/securing safeguard*/safeguarding support*/support assist*/assistance uphold*(upheld) preserve*/preservation honour* honor* abide*(abode) adhere*/adherence retain*/retention control*/control promote*/promotion deploy/deployment complete/completion begin(began begun)/beginning start/start commence/commencement resume/resumption suspend/suspension terminate/termination take(took taken) make(made) do(did done) hold(held)/holding conduct/conduct organise/organisation organize/organization prepare/preparation draft/drafting define/definition delimit/delimitation demarcate/demarcation determine/determination find(found)/finding decide/decision consider/consideration review/review approve/approval apply/application execute/execution fulfil(fulfilled)/fulfilment fulfill/fulfillment perform/performance undertake(undertook undertaken)/undertaking meet(met)/meeting intensify/intensification strengthen/strengthening improve/improvement develop/development build(built)/building rebuild(rebuilt)/rebuilding reconstruct/reconstruction rehabilitate/rehabilitation repair/repair reform/reform revise/revision update  address provide/provision prosecute/prosecution try/trial extradite/extradition search/search identify/identification exhume/exhumation mark/marking map/mapping count/count lift/lifting reduce/reduction limit/limitation extend/extension draw-up elaborate/elaboration enter(entered)/entry join attend/attendance participate/participation represent/representation reflect/reflection act call/call invite/invitation request/request propose/proposal present/presentation set(set) put(put) bring(brought) lead(led) send(sent) move/movement move-back go(went gone) come(came) enable introduce/introduction initiate/initiation install/installation lay(laid) fire/firing shoot(shot)/shooting attack/attack fly(flew flown)/flight shell/shelling use/use recruit/recruitment mobilise/mobilisation mobilize/mobilization enlist/enlistment target/targeting harm acquire/acquisition import/import transport/transport answer/answer respond/response react/reaction remedy/remedy rectify/rectification deal(dealt) scale-up correct/correction normalise/normalisation normalize/normalization evict arrest/arrest detain/detention accommodate/accommodation consent/consent transmit/transmission circulate/circulation sign/signature exercise/exercise choose(chose chosen) serve work/work administer/administration govern/governance manage/management coordinate*/coordination co-ordinate*/co-ordination distribute/distribution reopen/reopening restart reverse/reversal revoke/revocation annul/annulment cancel/cancellation abolish/abolition educate train/training vet/vetting screen/screening encourage/encouragement endorse/endorsement accept/acceptance declare/declaration confirm/confirmation issue/issuance",
};

const byForm = new Map<string, Verb>();
const byNoun = new Map<string, Verb>();
for (const [name, rows] of Object.entries(table)) {
  for (const [, head = "", irregular = "", nouns = ""] of rows.matchAll(/([^\s/(]+)(?:\(([^)]*)\))?(\/\S+)?/g)) {
    const lasting = head.includes("*") || nouns.includes("*");
    const base = head.replace("*", "");
    const lasts = name === "refrain" || name === "admit-access" || name === "verify" || name === "guarantee";
    const verb: Verb = {
      base: base.replaceAll("-", " ").replace(/^(re|co) (?=impose|operate|ordinate)/, "$1-"),
      class: name as ActionClass,
      mode: (lasts && head !== "open") || lasting ? "maintain" : "achieve",
      nouns: nouns.split("/").filter((noun) => noun !== ""),
    };
    for (const form of [...formsOf(verb.base), ...irregular.split(" ")])
      if (form !== "" && !byForm.has(form)) byForm.set(form, verb);
    for (const noun of verb.nouns) if (!byNoun.has(noun)) byNoun.set(noun, verb);
  }
}

/** The verb a form belongs to ("withdrawn", "withdrawing" → withdraw), or `null` where the list does not know it. */
export function verbOf(form: string): Verb | null {
  return byForm.get(form.toLowerCase()) ?? null;
}

/** The verb a deverbal noun stands for ("withdrawal" → withdraw), or `null` where the list does not know it. */
export function verbOfNoun(noun: string): Verb | null {
  const word = noun.toLowerCase();
  const found = byNoun.get(word) ?? (word.endsWith("s") ? byNoun.get(word.slice(0, -1)) : undefined);
  if (found !== undefined) return found;

  return /^\S+ing(?: |$)/.test(word) ? (byForm.get(word) ?? null) : null;
}

/** Base form, third person, past and "-ing" form of a regular verb; a verb of two words inflects its first. */
function formsOf(base: string): string[] {
  const [head = "", ...rest] = base.split(" ");
  const tail = rest.length === 0 ? "" : ` ${rest.join(" ")}`;
  const stem = head.endsWith("e") ? head.slice(0, -1) : head;
  const ies = /[^aeiou]y$/.test(head) ? head.slice(0, -1) : null;
  const doubled =
    /(?:^|[^aeiou])[aeiou][bdgmnpt]$/.test(head) || /(?:cel|bel|vel|nel|fil)$/.test(head)
      ? head + head.slice(-1)
      : null;
  const third = ies === null ? (/(?:s|x|z|ch|sh|o)$/.test(head) ? `${head}es` : `${head}s`) : `${ies}ies`;
  const past = ies === null ? `${stem}ed` : `${ies}ied`;
  const forms = [head, third, past, `${stem}ing`, ...(doubled === null ? [] : [`${doubled}ed`, `${doubled}ing`])];

  return forms.map((form) => form + tail);
}
