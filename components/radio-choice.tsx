interface Props {
  /** What the radio buttons that exclude each other have in common. */
  group: string;
  id: string;
  label: string;
  text: string;
  checked: boolean;
  onChoose(): void;
}

/** One of several things that exclude each other, with its consequence in words. */
export function RadioChoice({ group, id, label, text, checked, onChoose }: Props) {
  return (
    <div class="choice">
      <input
        type="radio"
        name={group}
        id={id}
        aria-describedby={`${id}-text`}
        checked={checked}
        onChange={onChoose}
      />
      <div>
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-text`}>
          {text}
        </p>
      </div>
    </div>
  );
}
