import { readFileSync } from 'node:fs';

/**
 * Begins to watch how much of this machine's time its host gives to others; the function returned tells the part of it
 * since, from 0 to 1. Null where the system does not count it (`steal` in Linux's /proc/stat, proc(5)).
 */
export function watchStolen(read: () => string | null = readStat): () => number | null {
  const before = timesOf(read());
  return () => {
    const after = timesOf(read());
    if (!before || !after || after.all === before.all) return null;
    return (after.stolen - before.stolen) / (after.all - before.all);
  };
}

function readStat(): string | null {
  try {
    return readFileSync('/proc/stat', 'utf8');
  } catch {
    return null;
  }
}

/** The first line is of all cores: user, nice, system, idle, iowait, irq, softirq, steal; what follows is counted in these. */
function timesOf(stat: string | null): { all: number; stolen: number } | null {
  const times = /^cpu +([\d ]+)/
    .exec(stat ?? '')?.[1]
    ?.split(' ')
    .slice(0, 8)
    .map(Number);
  if (times?.length !== 8) return null;
  return { all: times.reduce((sum, time) => sum + time, 0), stolen: times.at(-1) ?? 0 };
}
