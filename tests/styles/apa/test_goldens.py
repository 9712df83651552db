"""The four records of the first release, to the letter."""

import pytest

from apa_helpers import both, entries, make, render
from citekit.model.work import Work

LLAMA = make(
    id="touvron2023llama",
    type="preprint",
    title="LLaMA: Open and Efficient Foundation Language Models",
    authors=(
        "Hugo Touvron, Thibaut Lavril, Gautier Izacard · First 3 of 14 authors listed; full list"
        " also includes Xavier Martinet, Marie-Anne Lachaux, Timothee Lacroix, Baptiste Roziere,"
        " Naman Goyal, Eric Hambro, Faisal Azhar, Aurelien Rodriguez, Armand Joulin, Edouard Grave,"
        " and Guillaume Lample (Meta AI / GenAI team)."
    ),
    issued="27 February 2023",
    arxiv="2302.13971",
)
GPT4 = make(
    id="openai2023gpt4",
    type="preprint",
    title="GPT-4 Technical Report",
    authors="OpenAI",
    issued=2023,
    venue="arXiv",
)
SAM = make(
    id="kirillov2023segment",
    type="paper-conference",
    title="Segment Anything",
    authors="Alexander Kirillov, Eric Mintun and Nikhila Ravi",
    issued=2023,
    venue="IEEE/CVF International Conference on Computer Vision (ICCV)",
)
LORA = make(
    id="hu2022lora",
    type="paper-conference",
    title="LoRA: Low-Rank Adaptation of Large Language Models",
    authors="Edward J. Hu, Yelong Shen, Phillip Wallis, Zeyuan Allen-Zhu, et al.",
    issued=2022,
    venue="International Conference on Learning Representations (ICLR 2022)",
)

ENTRIES = {
    "touvron2023llama": (
        "Touvron, H., Lavril, T., Izacard, G., Martinet, X., Lachaux, M.-A., Lacroix, T.,"
        " Roziere, B., Goyal, N., Hambro, E., Azhar, F., Rodriguez, A., Joulin, A., Grave, E., &"
        " Lample, G. (2023). *LLaMA: Open and efficient foundation language models*"
        " (arXiv:2302.13971). arXiv. https://doi.org/10.48550/arXiv.2302.13971"
    ),
    "openai2023gpt4": "OpenAI. (2023). *GPT-4 technical report*. arXiv.",
    "kirillov2023segment": (
        "Kirillov, A., Mintun, E., & Ravi, N. (2023). Segment anything. In *IEEE/CVF International"
        " Conference on Computer Vision (ICCV)*."
    ),
    "hu2022lora": (
        "Hu, E. J., Shen, Y., Wallis, P., Allen-Zhu, Z., et al. (2022). LoRA: Low-rank adaptation"
        " of large language models. In *International Conference on Learning Representations"
        " (ICLR 2022)*."
    ),
}


@pytest.mark.parametrize("work", [LLAMA, GPT4, SAM, LORA], ids=lambda work: work.id)
def test_the_entry(work: Work) -> None:
    assert entries(work) == [ENTRIES[str(work.id)]]


def test_the_list_is_in_alphabetical_order() -> None:
    listed = render(LLAMA, GPT4, SAM, LORA).entries
    assert [each.id for each in listed] == [
        "hu2022lora",
        "kirillov2023segment",
        "openai2023gpt4",
        "touvron2023llama",
    ]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (LLAMA, ("(Touvron et al., 2023)", "Touvron et al. (2023)")),
        (GPT4, ("(OpenAI, 2023)", "OpenAI (2023)")),
        (SAM, ("(Kirillov et al., 2023)", "Kirillov et al. (2023)")),
        (LORA, ("(Hu et al., 2022)", "Hu et al. (2022)")),
    ],
)
def test_the_citations(work: Work, expected: tuple[str, str]) -> None:
    assert both(work) == expected


def test_what_was_derived_is_said() -> None:
    found = {each.code: each for each in render(LLAMA).diagnostics}
    assert found["doi-derived"].severity == "info"
    assert found["doi-derived"].work == "touvron2023llama"


def test_the_list_is_set_with_a_hanging_indent() -> None:
    """APA 7, section 9.43: a hanging indent of 0.5 in."""
    assert render(GPT4).layout.hanging_indent
