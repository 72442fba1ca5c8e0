import ReactMarkdown from "react-markdown";

/** A brief stands inside a page that has its own h1 and h2. */
const LOWERED = { h1: "h3", h2: "h4", h3: "h5", h4: "h6" } as const;

/** Raw HTML is shown as text, never as markup; links and pictures to elsewhere are dropped. */
export default function MarkdownRendered({ text }: { text: string }) {
  return (
    <div className="md">
      <ReactMarkdown skipHtml components={LOWERED} disallowedElements={["img", "a"]} unwrapDisallowed>
        {text}
      </ReactMarkdown>
    </div>
  );
}
