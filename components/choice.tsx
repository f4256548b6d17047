import { useId } from 'preact/hooks';

interface Props<Value> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChoose(value: Value): void;
}

/** One of several values, with its visible label; values are told apart by their JSON. */
export function Choice<Value>({ label, options, value, onChoose }: Props<Value>) {
  const id = useId();
  const choose = (text: string) => {
    const chosen = options.find((option) => JSON.stringify(option.value) === text);
    if (chosen) onChoose(chosen.value);
  };
  return (
    <div class="pick">
      <label for={id}>{label}</label>
      <select id={id} value={JSON.stringify(value)} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.label} value={JSON.stringify(option.value)}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
