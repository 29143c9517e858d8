type Listener = (loop: string) => void

/**
 * "There is work for this loop": said after the commit by whoever wrote it down, heard by the loops of this process and
 * passed on to the others by Redis where there is one. Only a hint: the rows say what is to be done, and whoever did not
 * hear finds them by looking.
 */
export class Wakes {
  private readonly listeners = new Set<Listener>()

  wake(loop: string): void {
    for (const listener of this.listeners) listener(loop)
  }

  /** Answers how to stop listening. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}
