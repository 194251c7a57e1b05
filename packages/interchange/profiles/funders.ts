import type { InitiativeRecord, OrganisationType } from '#domain/records';
import { normaliseName } from '#domain/normalise-name';

type Organisation = InitiativeRecord['organisations'][number]['organisation'];

/** Values of the donor column that name no donor: several, others, own funds, members’ gifts, nothing. */
const NO_DONOR = /^(?:|\d+|ras|neant|aucune?|none|non applicable|n a|autres?|other|multi bailleurs?|plusieurs|donateurs?|donneurs prives|fonds? propres?|.*\bcollectes? des membres|.*\bcollect des membres|membres .*|member pooled funding)$/;

/** Donors that the files write in many ways: one name, so that one donor is one organisation. Type as the body is, else donor. */
const KNOWN: readonly (readonly [name: string, acronym: string, type: OrganisationType, wordings: RegExp])[] = [
  ['Fonds humanitaire de la RDC', 'FHRDC', 'donor', /^(?:fh ?rdc|fonds humanitaires? (?:de la |en )?(?:rdc|republique democratique du congo))$/],
  ['UNICEF', 'UNICEF', 'unAgency', /^(?:unicef|fonds (?:de|des) nations unies pour l enfance)$/],
  ['UNHCR', 'UNHCR', 'unAgency', /^(?:hcr|unhcr)$/],
  ['UNFPA', 'UNFPA', 'unAgency', /^unfpa$/],
  ['OIM', 'OIM', 'unAgency', /^(?:oim|iom)$/],
  ['OMS', 'OMS', 'unAgency', /^(?:oms|who)$/],
  ['PAM', 'PAM', 'unAgency', /^(?:pam|wfp)$/],
  ['FAO', 'FAO', 'unAgency', /^fao$/],
  ['CERF', 'CERF', 'donor', /^(?:fonds )?cerf$/],
  ['USAID-BHA', 'USAID-BHA', 'donor', /^(?:usaid bha|bha usaid|bha)$/],
  ['ECHO', 'ECHO', 'donor', /^echo$/],
  ['Irish Aid', 'Irish Aid', 'donor', /^irish(?: aid)?$/],
  ['Union européenne', 'UE', 'donor', /^(?:ue|union europeenne)$/],
  ['Banque mondiale', 'BM', 'donor', /^banque mondiale?$/],
];

const isShortName = (text: string): boolean => /^[\p{L}&-]{2,10}(?: [\p{L}&-]{2,6})?$/u.test(text);

/** A semicolon separates donors; a comma does so only between short names, for it stands inside long ones. A slash joins a donor and its office. */
function partsOf(given: string): string[] {
  const text = given.replace(/^\((.*)\)$/, '$1').replace(/\s+/g, ' ').trim();
  return text.split(';').flatMap((part) => {
    const byComma = part.split(',').map((name) => name.trim());
    return byComma.every(isShortName) ? byComma : [part.trim()];
  });
}

/** Donors named in a cell. Empty: the cell names none. */
export function fundersOf(given: string): Organisation[] {
  const funders = new Map<string, Organisation>();
  for (const part of partsOf(given)) {
    const plain = normaliseName(part);
    if (NO_DONOR.test(plain)) continue;
    const known = KNOWN.find(([, , , wordings]) => wordings.test(plain));
    const organisation: Organisation = known ? { name: known[0], acronym: known[1], type: known[2], typeAsGiven: null } : { name: part, acronym: null, type: 'donor', typeAsGiven: null };
    funders.set(normaliseName(organisation.name), organisation);
  }
  return [...funders.values()];
}
