import { defineContentScript } from 'wxt/utils/define-content-script';
import { observeNetwork } from '../lib/page/observe-network.ts';
import { type ProbeReport, READY_EVENT, REPORT_EVENT } from '../lib/page/report.ts';

/** In the page's own world: says what EcoleDirecte asks and how it took the answer, and does nothing else. */
export default defineContentScript({
  matches: ['https://www.ecoledirecte.com/*'],
  world: 'MAIN',
  runAt: 'document_start',
  main() {
    let last: ProbeReport | null = null;
    const say = () => {
      if (last) window.dispatchEvent(new CustomEvent(REPORT_EVENT, { detail: JSON.stringify(last) }));
    };
    window.addEventListener(READY_EVENT, say);
    observeNetwork(globalThis, (report) => {
      last = report;
      say();
    });
  },
});
