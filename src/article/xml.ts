import { Parser } from 'htmlparser2';
import { BadInput } from '../errors.js';

/** An element that is open: its name without the prefix, in the case it is written in. */
export interface OpenElement {
  name: string;
  /** The name as written, prefix and all. */
  qualified: string;
  attributes: Record<string, string>;
}

export interface XmlEvents {
  opened?(element: OpenElement, path: readonly OpenElement[]): void;
  text?(text: string, path: readonly OpenElement[]): void;
  closed?(element: OpenElement, path: readonly OpenElement[]): void;
}

/** No document of Word or feed comes near it; what does is made to exhaust its reader. */
const DEEPEST = 500;

/**
 * Goes through XML as a stream of events. Only the five entities of XML and character references are resolved: a document
 * can declare others, but they are neither expanded nor fetched. What is not well-formed is read as far as it can be.
 *
 * @throws BadInput where elements are nested more than 500 deep.
 */
export function readXml(xml: string, events: XmlEvents): void {
  const path: OpenElement[] = [];
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        if (path.length >= DEEPEST) throw new BadInput(`elements are nested more than ${DEEPEST} deep`);
        const element = { name: localName(qualified), qualified, attributes };
        events.opened?.(element, path);
        path.push(element);
      },
      ontext: text => events.text?.(text, path),
      onclosetag() {
        const element = path.pop();
        if (element) events.closed?.(element, path);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}

/** Is one of these elements open? */
export function isInside(path: readonly OpenElement[], names: ReadonlySet<string>): boolean {
  return path.some(({ name }) => names.has(name));
}
