import { useFormat } from "./use-format"

export const MB = 1024 * 1024

/** Sizes of files, rounded up: what is too large never looks as large as the limit. */
export function useFileSize() {
  const { number } = useFormat()
  const megabytes = (bytes: number) => number(Math.ceil((bytes / MB) * 10) / 10)
  const shown = (bytes: number) =>
    bytes < MB / 10 ? `${number(Math.max(1, Math.ceil(bytes / 1024)))} kB` : `${megabytes(bytes)} MB`
  return { megabytes, shown }
}
