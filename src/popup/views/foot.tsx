import { sayBytes } from '../words/say-bytes';

const words = { stays: 'Stays in this browser until you download it.', kept: 'kept' };

export function Foot({ keptBytes }: { readonly keptBytes: number | undefined }) {
  return (
    <footer class="room foot small soft">
      <span>{words.stays}</span>
      {keptBytes !== undefined && (
        <span>
          {sayBytes(keptBytes)} {words.kept}
        </span>
      )}
    </footer>
  );
}
