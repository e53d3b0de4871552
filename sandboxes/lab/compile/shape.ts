import type { Place, Problem } from 'lab/authoring';
import type { Source } from './source.ts';

/** What a module asks of others and offers to them, as far as it remains when types are gone. */
export interface Shape {
  readonly imports: readonly Import[];
  /** Names of exported values, `default` among them. */
  readonly values: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
  /** Exported functions: as in a real module they are there before its first line has run. */
  readonly functions: readonly { readonly exported: string; readonly local: string }[];
  readonly problems: readonly Problem[];
}

export interface Import {
  readonly specifier: string;
  readonly place: Place;
  readonly names: readonly { readonly name: string; readonly place: Place }[];
}

export function shapeOf(source: Source): Shape {
  const shape = new ShapeReader(source);
  shape.read();
  return shape;
}

class ShapeReader implements Shape {
  readonly imports: Import[] = [];
  readonly values = new Set<string>();
  readonly types = new Set<string>();
  readonly stars: string[] = [];
  readonly functions: { exported: string; local: string }[] = [];
  readonly problems: Problem[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  read(): void {
    const { tokens } = this.#source;
    for (let i = 0; i < tokens.length; i++) {
      const text = this.#source.at(i);
      if (this.#source.at(i - 1) === '.') continue;
      if (text === 'import') this.#readImport(i);
      else if (text === 'export' && tokens[i]!.scopeDepth === 0) this.#readExport(i);
      else if (text === 'await') this.#refuseAwait(i);
      else if (text === 'require') this.#refuseRequire(i);
      else if ((text === 'interface' || text === 'type') && this.#source.declares(i + 1, 'at the top'))
        this.types.add(this.#source.at(i + 1));
    }
    for (const name of this.types) this.values.delete(name);
  }

  #readImport(i: number): void {
    const next = this.#source.at(i + 1);
    const isOfType = next === 'type' && this.#source.at(i + 2) !== 'from' && this.#source.at(i + 2) !== ',';
    if (next === '(') this.#refuse(i, 'import() is not there in the sandbox: write an import at the top of the file.');
    else if (next === '.') this.#refuse(i, 'import.meta is not there in the sandbox: modules have no address here.');
    else if (!isOfType) this.#readFrom(i + 1);
  }

  /** From the names to the specifier: `a, { b as c, type d } from './e.ts'`, `* as a from './b.ts'`, or the specifier alone. */
  #readFrom(start: number): void {
    const names: { name: string; place: Place }[] = [];
    let i = start;
    for (; !isString(this.#source.at(i)); i++) {
      if (i >= this.#source.tokens.length || this.#source.at(i) === '=') return;
      if (this.#source.at(i) === '{') {
        for (const { index } of this.#listed(i))
          names.push({ name: this.#source.at(index), place: this.#source.place(index) });
        while (this.#source.at(i) !== '}') i++;
      } else if (i === start && this.#source.at(i) !== '*')
        names.push({ name: 'default', place: this.#source.place(i) });
    }
    this.imports.push({ specifier: unquoted(this.#source.at(i)), place: this.#source.place(i), names });
  }

  /** The values in `{ a, b as c, type d }`: the index of each outer name's token, and what it is called on the other side. */
  #listed(open: number): { index: number; as: string }[] {
    const listed: { index: number; as: string }[] = [];
    for (let i = open + 1; this.#source.at(i) !== '}' && i < this.#source.tokens.length; i++) {
      if (this.#source.at(i) === ',') continue;
      const isType = this.#source.tokens[i]!.isType;
      const index = i;
      while (![',', '}'].includes(this.#source.at(i + 1))) i++;
      if (isType) this.types.add(this.#source.at(i));
      else listed.push({ index, as: this.#source.at(i) });
    }
    return listed;
  }

  #readExport(i: number): void {
    const next = this.#source.at(i + 1);
    const isOfType = this.#source.tokens[i]!.isType || (next === 'type' && this.#source.at(i + 2) !== '=');
    if (isOfType) this.#readExportedType(i);
    else if (next === '*') this.#readStar(i);
    else if (next === '{') this.#readExportedList(i);
    else this.#readDeclaration(i + 1);
  }

  /** `default`, `async function* f`, `const a = 1, b = 2`, `class C`: the words after `export`. */
  #readDeclaration(start: number): void {
    const isDefault = this.#source.at(start) === 'default';
    let i = isDefault ? start + 1 : start;
    while (MODIFIERS.has(this.#source.at(i)) || this.#source.at(i + 1) === 'enum') i++;
    const word = this.#source.at(i);
    const local = this.#source.at(i + 1) === '*' ? this.#source.at(i + 2) : this.#source.at(i + 1);
    const exported = isDefault ? 'default' : local;
    if (word === 'function' && local !== '(') this.functions.push({ exported, local });
    if (!isDefault && DECLARATORS.has(word)) this.#readDeclared(i + 1);
    else this.values.add(exported);
  }

  #readExportedType(i: number): void {
    if (this.#source.at(i + 2) === '{') for (const { as } of this.#listed(i + 2)) this.types.add(as);
    else if (this.#source.at(i + 2) !== '*') this.types.add(this.#source.at(i + 2));
  }

  #readStar(i: number): void {
    const specifier = [2, 3, 4].map((offset) => i + offset).find((index) => isString(this.#source.at(index)));
    if (specifier === undefined) return;
    if (this.#source.at(i + 2) === 'as') this.values.add(this.#source.at(i + 3));
    else this.stars.push(unquoted(this.#source.at(specifier)));
    this.imports.push({
      specifier: unquoted(this.#source.at(specifier)),
      place: this.#source.place(specifier),
      names: [],
    });
  }

  #readExportedList(i: number): void {
    for (const { as } of this.#listed(i + 1)) this.values.add(as);
    let close = i + 1;
    while (this.#source.at(close) !== '}') close++;
    if (this.#source.at(close + 1) === 'from') this.#readFrom(i + 1);
  }

  /** Names that `export const` declares: everything declared at the top until another statement that can declare. */
  #readDeclared(start: number): void {
    for (let i = start; i < this.#source.tokens.length && !this.#beginsStatement(i); i++) {
      if (this.#source.declares(i, 'at the top')) this.values.add(this.#source.at(i));
    }
  }

  #beginsStatement(i: number): boolean {
    const isOutermost = this.#source.tokens[i]!.scopeDepth === 0;
    return isOutermost && STATEMENTS.has(this.#source.at(i)) && !['.', '='].includes(this.#source.at(i - 1));
  }

  #refuseAwait(i: number): void {
    const { tokens } = this.#source;
    if (tokens[i]!.identifierRole !== null || tokens[i]!.isType || this.#source.isInFunction(i)) return;
    this.#refuse(i, 'A module cannot await at its top here: await inside start(), which may be async.');
  }

  #refuseRequire(i: number): void {
    const isUse = this.#source.reads(i) || this.#source.at(i + 1) === '(';
    const isOwn = (_: unknown, index: number) =>
      this.#source.at(index) === 'require' && this.#source.declares(index, 'anywhere');
    if (!isUse || this.#source.tokens.some(isOwn)) return;
    this.#refuse(i, 'require() is not there in the sandbox: write an import at the top of the file.');
  }

  #refuse(i: number, message: string): void {
    this.problems.push({ ...this.#source.place(i), message });
  }
}

const MODIFIERS = new Set(['async', 'abstract']);
const DECLARATORS = new Set(['const', 'let', 'var']);
const STATEMENTS = new Set(['import', 'export', 'const', 'let', 'var', 'function', 'class', 'enum']);

const isString = (text: string): boolean => text.startsWith("'") || text.startsWith('"');
const unquoted = (text: string): string => text.slice(1, -1);
