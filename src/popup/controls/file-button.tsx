import { useRef } from 'preact/hooks';
import { Button } from './button';

type Props = {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly isWide?: boolean;
};

/** A button like the others; the browser's own, which names no purpose, stays out of sight. */
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
          // Or the same file, mended meanwhile, could not be chosen again.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
