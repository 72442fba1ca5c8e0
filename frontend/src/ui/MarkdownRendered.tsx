import ReactMarkdown from "react-markdown";

/** Raw HTML is shown as text, never as markup; links and pictures to elsewhere are dropped. */
export default function MarkdownRendered({ text }: { text: string }) {
  return (
    <div className="md">
      <ReactMarkdown skipHtml disallowedElements={["img", "a"]} unwrapDisallowed>
        {text}
      </ReactMarkdown>
    </div>
  );
}
