const started = Date.now()

/** Runs one step of the start and prints what it does, how far it is and how long it took. */
export async function step(title, work) {
  const begun = Date.now()
  print(`> ${title}`)
  // A line now and then, so that a slow machine does not look like a dead one.
  const beat = setInterval(() => print(`    still at it, ${seconds(begun)}`), 10_000)
  try {
    return await work((text) => print(`    ${text}`))
  } finally {
    clearInterval(beat)
    print(`    done in ${seconds(begun)}`)
  }
}

export function print(text = "") {
  process.stdout.write(`${text}\n`)
}

export function sinceStart() {
  return seconds(started)
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
