import { readYamlMap } from '../front-matter.ts'
import { statedMetadata } from '../stated-metadata.ts'

/** Metadata from `NAME.meta.yaml`: the keys of a front matter, and `reliability`. Throws a UserError with the line. */
export function sidecarMetadata(text: string, path: string) {
  return statedMetadata(readYamlMap(text, path), 'sidecar')
}
