/** What a number leads back to. Every measure, check and line of a dossier carries a list of these. */
export type EvidenceRef =
  | {
      kind: 'row';
      /** Id of the data row. */
      id: string;
      /** What it says, in words: `Goods exports of Russia to China, 2023`. */
      label: string;
      value: number | string;
      unit: string | null;
      source: string;
      url: string | null;
    }
  | {
      kind: 'sentence';
      /** Id of the claim that was read there. */
      claim: string;
      article: string;
      title: string | null;
      publisher: string | null;
      date: string | null;
      start: number;
      end: number;
      /** The sentence as it stands. */
      text: string;
      /** Who else brought it as a copy of the same text; absent where nobody did. */
      also?: string[];
    };
