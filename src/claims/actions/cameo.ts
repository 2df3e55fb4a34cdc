/**
 * CAMEO codes and Goldstein values: the older vocabulary of event data, derived from what was read, so that a reading can
 * be laid beside GDELT, ICEWS or Phoenix. The rows, each with its source, are in data/frames/cameo.csv.
 */
import { knownTable } from '../../knowledge.js';
import type { ActionClaim } from '../../reading.js';

/** A deed in CAMEO (Schrodt 2012), with its place on the scale of conflict and cooperation (Goldstein 1992). */
export interface CameoCode {
  /** The code, a string: `042` is no number. */
  code: string;
  /** Its first two digits, `01` to `20`. */
  root: string;
  /** Of the root: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  quad: 1 | 2 | 3 | 4;
  /** -10 (open war) to 10 (surrender and withdrawal); a property of the code, not of the event: it knows no size. */
  goldstein: number;
}

/**
 * The CAMEO code of an action, by the crosswalk of the PLOVER project (CAMEO2PLOVER, 2021) read backwards. It has no
 * doubt of its own: an alleged, denied or negated deed has the code of the deed, and whoever adds up scores leaves out
 * what did not happen. CAMEO tells appeals (02) from demands (10); PLOVER does not, and all requests are 10 here.
 *
 * @param action type, mode, content and modality, as in an `ActionClaim`; a mode the table does not know counts as none
 */
export function cameoOf({
  type,
  mode,
  of,
  modality,
}: Pick<ActionClaim, 'type' | 'mode' | 'of' | 'modality'>): CameoCode {
  let closest: CameoRow | null = null;
  for (const row of rows()) {
    const fits =
      row.type === type &&
      (!row.mode || row.mode === mode) &&
      (!row.of || row.of === of) &&
      (!row.modality || row.modality === modality);
    if (fits && (closest === null || row.filled > closest.filled)) closest = row;
  }
  if (closest === null) throw new Error(`data/frames/cameo.csv has no row for ${type}`);
  return closest.cameo;
}

interface CameoRow {
  type: string;
  mode: string;
  of: string;
  modality: string;
  filled: number;
  cameo: CameoCode;
}

let table: CameoRow[] | null = null;

function rows(): CameoRow[] {
  table ??= knownTable('frames/cameo.csv').map(row => ({
    type: row.type!,
    mode: row.mode!,
    of: row.of!,
    modality: row.modality!,
    filled: [row.mode, row.of, row.modality].filter(Boolean).length,
    cameo: {
      code: row.code!,
      root: row.root!,
      quad: Number(row.quad) as CameoCode['quad'],
      goldstein: Number(row.goldstein),
    },
  }));
  return table;
}
