import { useRef } from 'preact/hooks';
import { Button } from './button';

type Props = {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly isWide?: boolean;
};

/** A button like the others. The browser's own, which does not say what it is for, is hidden. */
export function FileButton({ label, accept, onFile, isWide = false }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button label={label} onClick={() => input.current?.click()} isWide={isWide} />
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // Otherwise the same file could not be chosen again after it was corrected.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
