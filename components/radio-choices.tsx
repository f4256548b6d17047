interface Props<Value> {
  legend: string;
  /** What the radio buttons that exclude each other have in common. */
  group: string;
  choices: readonly { value: Value; label: string; text: string }[];
  /** Null while nothing is known to be chosen. */
  value: Value | null;
  onChoose(value: Value): void;
}

/** Things that exclude each other, each with its consequence in words. */
export function RadioChoices<Value extends string>({
  legend,
  group,
  choices,
  value,
  onChoose,
}: Props<Value>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map((choice) => {
        const id = `${group}-${choice.value}`;
        return (
          <div class="choice" key={id}>
            <input
              type="radio"
              name={group}
              id={id}
              aria-describedby={`${id}-text`}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <div>
              <label for={id}>{choice.label}</label>
              <p class="hint" id={`${id}-text`}>
                {choice.text}
              </p>
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
