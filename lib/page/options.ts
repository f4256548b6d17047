import { isAriaChosen, stepToAriaOption } from './aria-choice.ts';
import {
  all,
  attribute,
  closest,
  contains,
  isNamed,
  labelsOf,
  letters,
  lettersOf,
  outwards,
  parentOf,
  type Tree,
  textOf,
  treesOf,
  typed,
} from './dom.ts';

/** One option of a question on the page. */
export interface Option {
  /** Its text, and the letters of it. */
  text: string;
  letters: string;
  /** What the options that exclude each other have in common; null where nothing says so. */
  group: unknown;
  /** What only options of the same kind have in common. */
  kind: unknown;
  /** What a person reads as the option, and what is marked: its label, or its control where there is none. */
  label: HTMLElement;
  /** What its owner works to choose it. */
  control: HTMLElement;
  /** What has to be on the screen for the option to be seen: the label, or the list that it is in. */
  shown: HTMLElement;
  isChosen: () => boolean;
  /**
   * Makes one step towards choosing it, the first as its owner's click would; false when there is none left to try. Null
   * where a click would send it at once.
   */
  choose: ((step: number) => boolean) | null;
}

/** What each kind of control is read for. */
type Read = Omit<Option, 'control' | 'kind'>;

/** What a page is worked with. */
const CONTROLS = 'input, select, button';

/** How each kind of control that may be an option is found and read. */
const KINDS: readonly { selector: string; read: (control: HTMLElement) => Read }[] = [
  { selector: 'input[type="radio"]', read: readRadio },
  { selector: '[role="radio"]:not(input), [role="option"]:not(option)', read: readAriaChoice },
  { selector: 'select:not([multiple]) option', read: readSelectOption },
  {
    selector: 'button:not([role]), [role="button"], input[type="button"], input[type="submit"]',
    read: readButton,
  },
];

/** Every option below `root`, of whatever kind; what has no text is left out. */
export function readOptions(root: Tree | Element): Option[] {
  return KINDS.flatMap(({ selector, read }) =>
    all<HTMLElement>(root, selector).map((control) => ({ control, kind: read, ...read(control) })),
  ).filter((option) => option.letters);
}

/** Without those that say the same as an earlier one that they are in or around: a button in a list's option, say. */
export function apart(options: readonly Option[]): Option[] {
  const isSame = (one: Option, other: Option) =>
    one.letters === other.letters && contains(one.control, other.control);
  return options.filter(
    (option, at) => !options.slice(0, at).some((other) => isSame(option, other) || isSame(other, option)),
  );
}

/** Whether the page lets nobody work `control` now, by itself or with all that is around it. */
export function isDisabled(control: Element): boolean {
  return closest(control, ':disabled, [aria-disabled="true"]') !== undefined;
}

function readRadio(control: HTMLElement): Read {
  const input = control as HTMLInputElement; // by its selector
  const labels = labelsOf(input).filter(lettersOf);
  const label = labels[0] ?? ownPartOf(input);
  // Labels that contradict each other name nothing.
  const isClear = new Set(labels.map(lettersOf)).size < 2;
  return {
    ...says(!isClear ? '' : label === input ? nameOf(input) : textOf(label)),
    group: input.name || null,
    label,
    shown: label,
    isChosen: () => input.checked,
    choose: once(() => HTMLElement.prototype.click.call(input)),
  };
}

function readAriaChoice(control: HTMLElement): Read {
  return {
    ...says(nameOf(control)),
    group: parentOf(control),
    label: control,
    shown: control,
    isChosen: () => isAriaChosen(control),
    choose: (step) => stepToAriaOption(control, step),
  };
}

function readSelectOption(control: HTMLElement): Read {
  const option = control as HTMLOptionElement; // by its selector
  const list = (Element.prototype.closest.call(option, 'select') ?? option) as HTMLElement; // by its tag
  return {
    ...says(textOf(option)),
    // An empty value stands for no choice at all.
    group: option.value === '' ? null : list,
    label: option,
    shown: list,
    isChosen: () => option.selected,
    choose: once(() => {
      option.selected = true;
      for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, { bubbles: true }));
    }),
  };
}

function readButton(control: HTMLElement): Read {
  const text = isNamed(control, 'input') ? (control as HTMLInputElement).value : nameOf(control); // by its tag
  return {
    ...says(text),
    group: control,
    label: control,
    shown: control,
    isChosen: () => false,
    choose: null,
  };
}

/** A click that the page takes back may have been heard all the same, and a second one would send again. */
function once(work: () => void): Option['choose'] {
  return (step) => {
    if (step === 0) work();
    return step === 0;
  };
}

/** What stands for a radio button without a label: itself, or the largest part of the page that is its alone. */
function ownPartOf(input: HTMLInputElement): HTMLElement {
  if (ariaNameOf(input) !== '') return input;
  let own: HTMLElement = input;
  for (const around of outwards(input)) {
    // Native and fast first: what has more than one in sight needs no look into shadow roots.
    if (all(around, CONTROLS).length > 1 || treesOf(around).flatMap((tree) => all(tree, CONTROLS)).length > 1)
      break;
    own = around as HTMLElement; // what is around a radio button is of the same kind
  }
  return own;
}

/** What a control is called by its ARIA attributes, else by its text (Accessible Name 1.2, the steps that matter here). */
function nameOf(control: HTMLElement): string {
  return ariaNameOf(control) || textOf(control);
}

/** What an element is called by its ARIA attributes alone; empty where they name nothing that has letters. */
export function ariaNameOf(element: Element): string {
  const ids = attribute(element, 'aria-labelledby')?.match(/\S+/g) ?? [];
  const tree = Node.prototype.getRootNode.call(element) as Tree; // a node that is shown has no other root
  const labelledBy = ids.flatMap((id) => all(tree, `#${CSS.escape(id)}`).slice(0, 1)).map(textOf);
  const names = [labelledBy.join(' '), attribute(element, 'aria-label') ?? ''];
  return names.find(letters) ?? '';
}

function says(text: string): Pick<Option, 'text' | 'letters'> {
  return { text: typed(text), letters: letters(text) };
}
