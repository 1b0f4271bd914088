package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PorterStemmerTest {
    /** The paper's own examples for each step; where it shows one step's output, this is what the later steps make of it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            caresses, caress
            ponies, poni
            ties, ti
            caress, caress
            cats, cat
            feed, feed
            agreed, agre
            plastered, plaster
            bled, bled
            motoring, motor
            sing, sing
            conflated, conflat
            troubled, troubl
            sized, size
            hopping, hop
            tanned, tan
            falling, fall
            hissing, hiss
            fizzed, fizz
            failing, fail
            filing, file
            happy, happi
            sky, sky
            relational, relat
            conditional, condit
            rational, ration
            valenci, valenc
            hesitanci, hesit
            digitizer, digit
            conformabli, conform
            radicalli, radic
            differentli, differ
            vileli, vile
            analogousli, analog
            vietnamization, vietnam
            predication, predic
            operator, oper
            feudalism, feudal
            decisiveness, decis
            hopefulness, hope
            callousness, callous
            formaliti, formal
            sensitiviti, sensit
            sensibiliti, sensibl
            triplicate, triplic
            formative, form
            formalize, formal
            electriciti, electr
            electrical, electr
            hopeful, hope
            goodness, good
            revival, reviv
            allowance, allow
            inference, infer
            airliner, airlin
            gyroscopic, gyroscop
            adjustable, adjust
            defensible, defens
            irritant, irrit
            replacement, replac
            adjustment, adjust
            dependent, depend
            adoption, adopt
            homologou, homolog
            communism, commun
            activate, activ
            angulariti, angular
            homologous, homolog
            effective, effect
            bowdlerize, bowdler
            probate, probat
            rate, rate
            cease, ceas
            controll, control
            roll, roll
            generalizations, gener
            oscillators, oscil
            connect, connect
            connected, connect
            connecting, connect
            connection, connect
            connections, connect
            relate, relat
            relativity, rel
            derivate, deriv
            activity, activ
            demonstrable, demonstr
            tree, tree
            trouble, troubl
            oats, oat
            ivy, ivi
            private, privat
            orrery, orreri
            toy, toi
            syzygy, syzygi
            """)
    void the_papers_words(String word, String stem) {
        assertEquals(stem, PorterStemmer.stem(word));
    }

    @Test
    void short_words_stay() {
        assertEquals("is", PorterStemmer.stem("is"));
        assertEquals("s", PorterStemmer.stem("s"));
        assertEquals("ion", PorterStemmer.stem("ion"));
    }
}
