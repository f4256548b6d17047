import { i18n } from '#i18n';

const SECTIONS = [
  { id: 'reponses', title: 'section.answers' },
  { id: 'importer', title: 'section.import' },
  { id: 'exporter', title: 'section.export' },
  { id: 'comptes', title: 'section.accounts' },
  { id: 'phrase', title: 'section.passphrase' },
  { id: 'reglages', title: 'section.settings' },
  { id: 'journal', title: 'section.journal' },
  { id: 'aide', title: 'section.help' },
] as const;

/** Links to the sections of the tab. */
export function SectionNav() {
  return (
    <nav aria-label={i18n.t('options.nav')}>
      <ul class="sections">
        {SECTIONS.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{i18n.t(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
