/** A question, an answer or an account: data, shown letter for letter and never translated. */
export function DataText({ text, id, class: className }: { text: string; id?: string; class?: string }) {
  return (
    <span {...(id && { id })} class={`data ${className ?? ''}`} lang="fr" dir="auto" translate={false}>
      {text}
    </span>
  );
}
