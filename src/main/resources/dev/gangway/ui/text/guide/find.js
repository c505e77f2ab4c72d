const find = document.getElementById('find');
const codes = [...document.querySelectorAll('section.code')].map(section => [section, section.textContent.toLowerCase()]);
find.addEventListener('input', () => {
    const wanted = find.value.toLowerCase().split(/\s+/);
    codes.forEach(([section, text]) => { section.hidden = !wanted.every(word => text.includes(word)); });
});
