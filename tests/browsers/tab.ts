/** What both drivers' pages can do; each is handed in as it is. */
export interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<Argument, Value>(work: (argument: Argument) => Value, argument: Argument): Promise<Awaited<Value>>;
  evaluateHandle<Argument>(
    work: (argument: Argument) => unknown,
    argument: Argument,
  ): Promise<{ asElement(): unknown }>;
  screenshot(options: { path: string }): Promise<unknown>;
  mouse: { click(x: number, y: number): Promise<void> };
  keyboard: {
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
  };
  close(): Promise<void>;
  bringToFront(): Promise<void>;
}

/** What both drivers' elements can do. */
interface Handle {
  click(): Promise<void>;
  tap(): Promise<void>;
  focus(): Promise<void>;
}

/** How an element is looked for: as a person would, by role and name, or by CSS where the page is not ours. */
export type Target = string | { role: keyof typeof ROLES; name: string | RegExp };

const ROLES = {
  button: 'button, [role="button"], input[type="submit"]',
  link: 'a[href]',
  radio: 'input[type="radio"]',
  checkbox: 'input[type="checkbox"]',
  textbox: 'input:not([type]), input[type="text"], input[type="search"], input[type="password"], textarea',
  combobox: 'select',
  heading: 'h1, h2, h3, h4',
  region: 'section[aria-labelledby], section[aria-label], [role="region"]',
  status: '[role="status"]',
  alert: '[role="alert"]',
  dialog: 'dialog[open], [role="dialog"]',
} as const;

/** Every wait ends at this, in milliseconds; it is a bound, not an expectation. */
export const PATIENCE = 30_000;

/** Waits for a page that opens by itself. */
export async function waitForPage<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const page = await look();
    if (page) return page;
    if (Date.now() > end) throw new Error('Waited in vain for a page to open.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** One tab of either browser, driven as a person would: trusted clicks and keys, and waiting for what is to be seen. */
export class Tab {
  readonly page: Page;
  /** Errors that the page threw or wrote to its console. */
  readonly errors: string[];
  readonly #setFiles: (selector: string, paths: string[]) => Promise<void>;

  constructor(page: Page, errors: string[], setFiles: (selector: string, paths: string[]) => Promise<void>) {
    this.page = page;
    this.errors = errors;
    this.#setFiles = setFiles;
  }

  goto(url: string): Promise<unknown> {
    return this.page.goto(url);
  }

  evaluate<Argument, Value>(
    work: (argument: Argument) => Value,
    argument: Argument,
  ): Promise<Awaited<Value>> {
    return this.page.evaluate(work, argument);
  }

  /** Waits until `work` gives something other than false, null, undefined, 0 or an empty text, and returns it. */
  async waitFor<Argument, Value>(
    what: string,
    work: (argument: Argument) => Value,
    argument: Argument,
  ): Promise<Awaited<Value>> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      // A page that navigates in between loses its context; it is asked again.
      const value = await this.page.evaluate(work, argument).catch((error: unknown) => {
        if (Date.now() > end) throw error;
      });
      if (value) return value;
      if (Date.now() > end) throw new Error(`Waited in vain for: ${what}\n${await this.text('body')}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Waits for the element to be there and clicks it. */
  click(target: Target): Promise<void> {
    return this.#act(target, (element) => element.click());
  }

  /** Likewise with a finger. */
  tap(target: Target): Promise<void> {
    return this.#act(target, (element) => element.tap());
  }

  async #act(target: Target, work: (element: Handle) => Promise<void>): Promise<void> {
    // A page that makes its nodes anew may do so between the finding and the click.
    const act = async () => work(await this.#element(target));
    await act().catch((error: unknown) => {
      if (!/detached|not attached|not clickable/i.test(String(error))) throw error;
      return act();
    });
  }

  /** Replaces what is in a field, key by key. */
  async fill(target: Target, value: string): Promise<void> {
    const field = await this.#element(target);
    await field.focus();
    await this.page.evaluate((css) => (document.activeElement as HTMLInputElement).select?.() ?? css, ''); // the field just focused
    if (value === '') await this.page.keyboard.press('Backspace');
    else await this.page.keyboard.type(value);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Pastes what was copied into the field that has the focus. */
  async paste(): Promise<void> {
    const { keyboard } = this.page;
    const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
    await keyboard.down(modifier);
    await keyboard.press('v');
    await keyboard.up(modifier);
  }

  setFiles(selector: string, ...paths: string[]): Promise<void> {
    return this.#setFiles(selector, paths);
  }

  /** The texts of all elements that match, as they are, in the order of the page. */
  texts(css: string): Promise<string[]> {
    return this.page.evaluate(
      (selector) => [...document.querySelectorAll(selector)].map((found) => found.textContent ?? ''),
      css,
    );
  }

  async text(css: string): Promise<string> {
    return (await this.texts(css)).join('\n');
  }

  /** Waits until the text of an element that matches holds `text`. */
  async see(text: string | RegExp, css = 'body'): Promise<void> {
    const wanted = patternOf(text);
    await this.waitFor(
      `${text} in ${css}`,
      ({ selector, source, flags }) =>
        [...document.querySelectorAll(selector)].some((found) =>
          new RegExp(source, flags).test(found.textContent ?? ''),
        ),
      { selector: css, ...wanted },
    );
  }

  /** Whether an element is there now. */
  async has(target: Target): Promise<boolean> {
    return (await this.page.evaluateHandle(find, queryOf(target))).asElement() !== null;
  }

  async #element(target: Target): Promise<Handle> {
    const query = queryOf(target);
    await this.waitFor(JSON.stringify(query), isThere, query);
    // A tab behind another takes no clicks in Firefox.
    await this.page.bringToFront();
    const element = (await this.page.evaluateHandle(find, query)).asElement();
    if (!element) throw new Error(`Gone again: ${JSON.stringify(query)}`);
    await this.page.evaluate(uncover, element);
    return element as Handle; // an element of either driver
  }

  screenshot(path: string): Promise<unknown> {
    return this.page.screenshot({ path });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** In the page: scrolls an element out from under what stands at the window's edge, as a person does before a click. */
function uncover(found: unknown): void {
  const element = found as Element; // the handle of one, as the page has it
  const { x, y, width, height } = element.getBoundingClientRect();
  // Not in its middle alone: what covers it to there is as near as the rounding of a click.
  const isReached = [0.25, 0.5, 0.75].every((part) => {
    const top = document.elementFromPoint(x + width / 2, y + height * part);
    return top !== null && (element.contains(top) || top.contains(element));
  });
  if (!isReached) element.scrollIntoView({ block: 'center' });
}

interface Query {
  css: string;
  source: string | null;
  flags: string;
}

function queryOf(target: Target): Query {
  if (typeof target === 'string') return { css: target, source: null, flags: '' };
  return { css: ROLES[target.role], ...patternOf(target.name, true) };
}

function patternOf(text: string | RegExp, whole = false): { source: string; flags: string } {
  if (text instanceof RegExp) return { source: text.source, flags: text.flags };
  const escaped = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+');
  return { source: whole ? `^\\s*${escaped}\\s*$` : escaped, flags: '' };
}

/** Runs in the page, so it stands alone: the first shown, enabled element of the query, or null. */
function find({ css, source, flags }: Query): Element | null {
  const nameOf = (element: Element) => {
    const ids = element.getAttribute('aria-labelledby');
    const labels = (element as HTMLInputElement).labels; // undefined on what takes no label
    return (
      element.getAttribute('aria-label') ??
      (ids
        ? ids
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent ?? '')
            .join(' ')
        : null) ??
      (labels?.length ? [...labels].map((label) => label.textContent).join(' ') : null) ??
      element.textContent ??
      ''
    );
  };
  const isMatch = (element: Element) =>
    !(element as HTMLButtonElement).disabled &&
    element.getAttribute('aria-disabled') !== 'true' &&
    element.checkVisibility() &&
    (source === null || new RegExp(source, flags).test(nameOf(element).replace(/\s+/g, ' ').trim()));
  return [...document.querySelectorAll(css)].find(isMatch) ?? null;
}
/** Likewise in the page; a function cannot call another there, so it is made from the other's source. */
const isThere = new Function('query', `return (${String(find)})(query) !== null`) as (
  query: Query,
) => boolean; // as written
