export type ScriptArguments = {
  /** What stands alone, in order. */
  plain: string[]
  /** `key=value`; a key given twice keeps the last. */
  named: Record<string, string>
}

/** `medusa exec` hands on words only: options are written as key=value. */
export function readArguments(args: readonly string[]): ScriptArguments {
  const read: ScriptArguments = { plain: [], named: {} }
  for (const arg of args) {
    const [, key, value] = /^([a-z_]+)=(.*)$/s.exec(arg) ?? []
    if (key === undefined) read.plain.push(arg)
    else read.named[key] = value!
  }
  return read
}

/** The first name that is not one of these, to be told to whoever mistyped it. */
export function unknownArgument({ named }: ScriptArguments, known: readonly string[]): string | null {
  return Object.keys(named).find((key) => !known.includes(key)) ?? null
}
