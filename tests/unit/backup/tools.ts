import { spawnSync } from 'node:child_process';

/** Runs a Python program that needs `cryptography`, by the first Python that has it; returns what it printed. */
export function python(program: string, input: string): string {
  const command = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import cryptography']).status === 0,
  );
  if (!command) throw new Error('No Python here has the package cryptography.');
  return run(command, ['-c', program], input);
}

/** Runs a command with this input and returns what it printed; throws with what it complained of. */
export function run(command: string, options: string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, options, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${error ?? stderr}`);
  return stdout;
}
